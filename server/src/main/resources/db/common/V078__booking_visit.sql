-- When the visit of a booking is, without buffers: so the load of a day is counted by this table alone.
alter table booking add column visit_starts_at timestamp(6) with time zone;
alter table booking add column visit_ends_at timestamp(6) with time zone;

update booking set
  visit_starts_at = (select a.starts_at from appointment a where a.id = booking.appointment_id),
  visit_ends_at = (select a.ends_at from appointment a where a.id = booking.appointment_id)
where active and hold_id is null;

alter table booking add constraint booking_visit
  check (not active or (hold_id is null) = (visit_starts_at is not null and visit_ends_at is not null));
