-- The second lock on the same door: whatever writes here, no resource is booked twice at one time. Holds are not among it:
-- they end by themselves, which no constraint can know.
create extension if not exists btree_gist;

alter table booking add constraint booking_no_overlap
  exclude using gist (resource_id with =, tstzrange(starts_at, ends_at, '[)') with &&)
  where (active and not overbooked and hold_id is null);
