-- What an address subscribed to, however many others there are.
create index if not exists subscription_by_subscriber on subscription (subscriber_id);
