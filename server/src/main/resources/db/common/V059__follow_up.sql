-- Visits that doctors want to see people at again, by a day.
create table follow_up (
  id uuid primary key,
  version bigint not null,
  site_id uuid not null references site (id),
  patient_id uuid not null references patient (id),
  practitioner_id uuid not null references staff (id),
  service_id uuid not null references service (id),
  due_on date not null,
  reason varchar(300) not null,
  ordered_at timestamp(6) with time zone not null,
  ordered_by uuid not null references staff (id),
  withdrawn_at timestamp(6) with time zone
);

create index follow_up_due on follow_up (site_id, due_on);
create index follow_up_patient on follow_up (patient_id);

-- The visit that is for it. One that was cancelled or missed leaves it waiting.
alter table appointment add column follow_up_id uuid references follow_up (id);

create index appointment_follow_up on appointment (follow_up_id);
