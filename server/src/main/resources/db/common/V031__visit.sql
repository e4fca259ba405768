-- Consultations. The notes may change until the visit is finished, never after.
create table visit (
  id uuid primary key,
  version bigint not null,
  patient_id uuid not null references patient (id),
  practitioner_id uuid not null references staff (id),
  site_id uuid not null references site (id),
  queue_entry_id uuid,
  appointment_id uuid,
  state varchar(10) not null,
  started_at timestamp(6) with time zone not null,
  ended_at timestamp(6) with time zone,
  finished_by uuid references staff (id),
  -- somebody has written notes or vital signs
  written boolean not null,
  reason varchar(2000) not null,
  findings varchar(10000) not null,
  plan varchar(10000) not null,
  -- vital signs; 0 was not measured
  systolic integer not null,
  diastolic integer not null,
  pulse integer not null,
  temperature double precision not null,
  respiration integer not null,
  oxygen_saturation integer not null,
  weight double precision not null,
  height double precision not null
);

create index visit_patient on visit (patient_id, started_at);
create index visit_practitioner on visit (practitioner_id, started_at);

create table visit_diagnosis (
  visit_id uuid not null references visit (id),
  -- the first is the main one
  number integer not null,
  system varchar(120) not null,
  code varchar(60) not null,
  display varchar(300) not null,
  primary key (visit_id, number)
);
