-- What came back, by mail or at the mail server's door: kept for ever with its reason, and once, however often it is read.
create table bounce (
    -- Of which mail it was learned: its hash, or the delivery that was refused.
    message    text not null,
    -- Whom it is about; empty where nobody can tell.
    canonical  text not null,
    newsletter text,
    -- bounce, complaint, unsubscribe, other.
    kind       text not null,
    status     text,
    severity   text,
    reason     text not null,
    -- Whether it counts towards a suppression; a soft bounce does so until it has led to one.
    counts     integer not null,
    came_at    bigint not null,
    primary key (message, canonical)
);
create index bounce_by_address on bounce (canonical, came_at);
