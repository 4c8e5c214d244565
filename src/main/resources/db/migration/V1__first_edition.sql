-- One schema for SQLite and PostgreSQL: ids are text made in Java, instants are epoch milliseconds,
-- truth is 0 or 1, and nothing is of a vendor's type.

create table setting (
    name  text primary key,
    value text not null
);

-- What the last fetch of a feed's address taught; the feed itself stands in YAML.
create table feed (
    url           text primary key,
    title         text,
    language      text,
    etag          text,
    last_modified text,
    checked_at    bigint not null,
    read_at       bigint,
    failures      integer not null default 0,
    last_error    text
);

create table article (
    id         text primary key,
    identity   text not null unique,
    url        text not null,
    title      text not null,
    summary    text not null,
    image      text,
    language   text not null,
    categories text not null,
    published  bigint not null,
    dated      integer not null,
    first_seen bigint not null
);
-- An edition looks at a window of time.
create index article_published on article (published);

-- Which feeds carry an article: one article may stand in several.
create table feed_article (
    feed_url   text not null references feed (url),
    article_id text not null references article (id) on delete cascade,
    primary key (feed_url, article_id)
);
create index feed_article_by_article on feed_article (article_id);

create table edition (
    id            text primary key,
    newsletter    text not null,
    scheduled_for bigint not null,
    made_at       bigint not null,
    title         text not null,
    language      text not null,
    subject       text not null,
    html          text not null,
    plain         text not null,
    contents      text not null,
    -- When its deliveries were written to the ledger; null until then.
    fanned_out    bigint,
    unique (newsletter, scheduled_for)
);

-- What an edition carried, so that no later one of the same newsletter carries it again.
create table edition_article (
    newsletter text not null,
    article_id text not null,
    edition_id text not null references edition (id),
    primary key (newsletter, article_id)
);

create table subscriber (
    id         text primary key,
    email      text not null,
    canonical  text not null unique,
    created_at bigint not null
);

-- state: confirmed, unsubscribed. source says where the consent came from: yaml, or the imported file.
create table subscription (
    newsletter    text not null,
    subscriber_id text not null references subscriber (id),
    state         text not null,
    source        text not null,
    since         bigint not null,
    primary key (newsletter, subscriber_id)
);

-- An address that must not be mailed again, whatever it subscribed to.
create table suppression (
    canonical text primary key,
    reason    text not null,
    since     bigint not null
);

-- The ledger. state: queued, sending, sent, deferred, failed, skipped, expired.
create table delivery (
    edition_id    text not null references edition (id),
    subscriber_id text not null references subscriber (id),
    state         text not null,
    attempts      integer not null default 0,
    next_attempt  bigint not null,
    expires       bigint not null,
    owner         text,
    last_reply    text,
    updated_at    bigint not null,
    primary key (edition_id, subscriber_id)
);
-- Claiming looks only at what is still open, however many millions are settled.
create index delivery_open on delivery (edition_id, next_attempt) where state in ('queued', 'deferred', 'sending');
