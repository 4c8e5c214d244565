-- How a feed stands with its server, and what had to be mended to read it.
alter table feed add column format text;
alter table feed add column repairs text;
alter table feed add column entries integer;
-- Where permanent redirects lead, or the feed that a web page names.
alter table feed add column moved_to text;
-- The server asked not to be asked before this instant (Retry-After, Cache-Control).
alter table feed add column not_before bigint;
-- After failures, the service waits until this instant.
alter table feed add column retry_at bigint;
-- Since when every fetch failed; null while it works.
alter table feed add column failing_since bigint;
-- Since when its server says that it is gone for good; null while it is not.
alter table feed add column gone_at bigint;

-- The publisher that the entry itself names, in feeds that gather from many.
alter table article add column publisher text;
-- How long the whole text is, in words; 0 when the feed holds but an excerpt.
alter table article add column words integer not null default 0;
-- When its title or summary was last corrected.
alter table article add column updated bigint;
-- The text of the article's page, one paragraph a line; null without.
alter table article add column full_text text;
-- When its page was last asked for its text; null when never.
alter table article add column page_checked bigint;

-- By what an article is known again: its page, and the name its feed gives it. Any of them is enough.
create table article_key (
    name       text primary key,
    article_id text not null references article (id) on delete cascade
);
create index article_key_by_article on article_key (article_id);
insert into article_key (name, article_id) select identity, id from article;

-- How an article read before it was corrected.
create table article_revision (
    article_id  text not null references article (id) on delete cascade,
    replaced_at bigint not null,
    title       text not null,
    summary     text not null,
    primary key (article_id, replaced_at)
);
