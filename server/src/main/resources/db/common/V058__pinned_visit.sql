-- Visits that wait for a time, seen by all desks of the site.
create table pinned_visit (
  id uuid primary key,
  version bigint not null,
  site_id uuid not null references site (id),
  patient_id uuid not null references patient (id),
  -- null is any doctor
  practitioner_id uuid references staff (id),
  service_id uuid not null references service (id),
  minutes integer not null,
  reason varchar(300) not null,
  -- the booked visit that keeps its time until it is placed
  appointment_id uuid references appointment (id),
  pinned_at timestamp(6) with time zone not null,
  pinned_by uuid references staff (id),
  -- placed or taken off
  ended_at timestamp(6) with time zone,
  -- appointment_id while it waits, else null: no visit waits twice
  waiting_appointment_id uuid,
  constraint pinned_visit_waiting_uk unique (waiting_appointment_id)
);

create index pinned_visit_site on pinned_visit (site_id, ended_at);
