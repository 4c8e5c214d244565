-- Which week's round-up an edition is, such as 2026-W05; null for an edition that tells what is new.
alter table edition add column week text;
-- One a week, however many processes make it; editions, whose week is null, are no concern of it.
create unique index edition_week on edition (newsletter, week);
