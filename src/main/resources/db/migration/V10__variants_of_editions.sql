-- An edition in the forms that its readers chose: each language and set of topics once.
create table edition_variant (
    edition_id text not null references edition (id) on delete cascade,
    variant    text not null,
    language   text not null,
    subject    text not null,
    html       text not null,
    plain      text not null,
    primary key (edition_id, variant)
);

-- Which of them a choice means, as it stands in subscription; empty where the edition tells nothing of it.
-- A choice that is not here means the whole edition.
create table edition_choice (
    edition_id text not null references edition (id) on delete cascade,
    language   text not null,
    topics     text not null,
    variant    text not null,
    primary key (edition_id, language, topics)
);

-- When the edition is due for those who chose an hour of their own.
create table edition_hour (
    edition_id text not null references edition (id) on delete cascade,
    time_zone  text not null,
    deliver_at integer not null,
    due        bigint not null,
    primary key (edition_id, time_zone, deliver_at)
);

-- The form that is owed; null is the whole edition.
alter table delivery add column variant text;
