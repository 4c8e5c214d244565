-- Who asked for a newsletter. Not subscribed before the link in the mail is opened; deleted once that link is too old.
create table sign_up (
    id           text primary key,
    newsletter   text not null,
    email        text not null,
    canonical    text not null,
    name         text,
    topics       text not null,
    frequency    text not null,
    language     text not null,
    time_zone    text,
    -- The words beside the button.
    consent      text not null,
    -- The address of the reader's machine; null unless the admin wants it kept.
    asked_from   text,
    asked_at     bigint not null,
    confirmed_at bigint
);
create index sign_up_by_address on sign_up (canonical, asked_at);

-- Proof of consent: who agreed to which words, when, and when the link in the mail was opened.
create table consent (
    id             text primary key,
    subscriber_id  text not null references subscriber (id),
    newsletter     text not null,
    email          text not null,
    words          text not null,
    asked_at       bigint not null,
    asked_from     text,
    confirmed_at   bigint not null,
    confirmed_from text
);
create index consent_by_subscriber on consent (subscriber_id);

-- A reader's new address, before whoever reads the mail there has agreed.
create table address_change (
    id            text primary key,
    subscriber_id text not null references subscriber (id),
    newsletter    text not null,
    email         text not null,
    canonical     text not null,
    asked_at      bigint not null,
    done_at       bigint
);
create index address_change_by_address on address_change (canonical, asked_at);
create index address_change_by_subscriber on address_change (subscriber_id);

-- Mails to one reader about what this reader does; gone when they are sent. about is a sign-up or an address change.
create table service_mail (
    id           text primary key,
    kind         text not null,
    about        text not null,
    newsletter   text not null,
    language     text not null,
    email        text not null,
    attempts     integer not null default 0,
    next_attempt bigint not null,
    expires      bigint not null
);
create index service_mail_due on service_mail (next_attempt);

-- Addresses of readers who had all their data deleted, as keyed hashes: no import brings them back.
create table forgotten (
    hash  text primary key,
    since bigint not null
);
