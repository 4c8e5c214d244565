-- What readers choose for themselves; null or empty is what the newsletter does for everybody.
alter table subscriber add column name text;
-- The ids of the topics they want, one a line; empty is all of them.
alter table subscription add column topics text not null default '';
-- A BCP 47 tag.
alter table subscription add column language text;
-- every: each edition; weekly: one edition a week.
alter table subscription add column frequency text not null default 'every';
-- An IANA time zone, and minutes after midnight there; null is as soon as an edition is made.
alter table subscription add column time_zone text;
alter table subscription add column deliver_at integer;
-- Nothing is owed before this instant.
alter table subscription add column paused_until bigint;
