-- What became of pictures and icons that were fetched; old rows go. id is a hash of what was wanted; without a type
-- there is no such picture. Bytes are written in Base64, since the databases agree on no type for them.
create table picture (
    id         text primary key,
    source     text not null,
    type       text,
    data       text,
    fetched_at bigint not null,
    good_until bigint not null
);
create index picture_fetched_at on picture (fetched_at);

-- The pictures that an edition's mails carry, so that a restart sends the same bytes.
create table edition_picture (
    edition_id text not null references edition (id) on delete cascade,
    content_id text not null,
    type       text not null,
    data       text not null,
    primary key (edition_id, content_id)
);
