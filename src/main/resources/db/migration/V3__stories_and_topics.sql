-- What is common in the articles of a language, and so tells little: counts of word stems and of letter sequences.
create table background (
    language      text primary key,
    counts        text not null,
    learned_until bigint not null,
    decayed_at    bigint not null
);

-- The beginning of its text, where the feed holds more than a summary; it tells what the article is about.
alter table article add column text text not null default '';

-- The story that an edition told the article in, so that it is known again; null in editions older than this.
alter table edition_article add column story text;
-- Whether it was told as an update of a story that an earlier edition told.
alter table edition_article add column is_update integer not null default 0;
-- The edition as everybody may read it on the web, with all its stories; null in editions older than this.
alter table edition add column page text;
-- What is learned from comes in the order it was first seen.
create index article_first_seen on article (first_seen);
create index edition_article_by_story on edition_article (newsletter, story);
