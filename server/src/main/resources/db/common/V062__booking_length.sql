-- The longest visit with the longest buffers: looks at a time read no further.
alter table booking add constraint booking_length check (ends_at <= starts_at + interval '28' hour);
