-- Editions that wait for the admin, since too much of them was refused; lifted is when the admin let them go on.
create table edition_pause (
    edition_id text primary key references edition (id) on delete cascade,
    since      bigint not null,
    reason     text not null,
    lifted     bigint
);
