-- What is known of a person's health. Rows are never deleted.

create table chart (
  patient_id uuid primary key references patient (id),
  version bigint not null,
  allergy_state varchar(20) not null,
  allergies_confirmed_at timestamp(6) with time zone,
  -- grows with every change of what the person takes: what a check was made against
  medications_version bigint not null
);

create table allergy (
  id uuid primary key,
  version bigint not null,
  patient_id uuid not null references patient (id),
  -- as told
  substance varchar(200) not null,
  -- "ing:amoxicillin", "group:penicillins", or empty: no check can heed it
  agent varchar(100) not null,
  type varchar(20) not null,
  certainty varchar(20) not null,
  reaction varchar(200) not null,
  severity varchar(20) not null,
  recorded_at timestamp(6) with time zone not null,
  recorded_by uuid,
  struck_at timestamp(6) with time zone,
  struck_by uuid,
  struck_reason varchar(300) not null
);

create index allergy_patient on allergy (patient_id);

create table patient_condition (
  id uuid primary key,
  version bigint not null,
  patient_id uuid not null references patient (id),
  system varchar(120) not null,
  code varchar(60) not null,
  display varchar(300) not null,
  -- ISO 8601 to the precision known
  onset varchar(10) not null,
  abated varchar(10) not null,
  active boolean not null,
  recorded_at timestamp(6) with time zone not null,
  recorded_by uuid
);

create index patient_condition_patient on patient_condition (patient_id);

create table observation (
  id uuid primary key,
  version bigint not null,
  patient_id uuid not null references patient (id),
  system varchar(120) not null,
  code varchar(60) not null,
  display varchar(300) not null,
  at timestamp(6) with time zone not null,
  shown varchar(2000) not null,
  number double precision,
  -- UCUM
  unit varchar(40) not null,
  vital boolean not null
);

create index observation_patient on observation (patient_id, system, code, at);

create table immunization (
  id uuid primary key,
  version bigint not null,
  patient_id uuid not null references patient (id),
  system varchar(120) not null,
  code varchar(60) not null,
  display varchar(300) not null,
  at timestamp(6) with time zone not null
);

create index immunization_patient on immunization (patient_id);

create table medication (
  id uuid primary key,
  version bigint not null,
  patient_id uuid not null references patient (id),
  text varchar(300) not null,
  -- "product:...", "ing:..." or empty
  medicine_id varchar(120) not null,
  -- INN names, one a line
  ingredients varchar(2000) not null,
  -- not all that it holds is known: no check can heed it
  unchecked boolean not null,
  dosage varchar(500) not null,
  since varchar(10) not null,
  -- the last day it is taken; null until stopped
  last_day date,
  active boolean not null,
  stop_reason varchar(300) not null,
  source varchar(20) not null,
  prescription_line_id uuid,
  constraint medication_line_uk unique (prescription_line_id)
);

create index medication_patient on medication (patient_id);

create table encounter (
  id uuid primary key,
  version bigint not null,
  patient_id uuid not null references patient (id),
  started_at timestamp(6) with time zone not null,
  ended_at timestamp(6) with time zone,
  type varchar(300) not null,
  reason varchar(300) not null,
  practitioner varchar(120) not null,
  practitioner_id uuid references staff (id),
  place varchar(160) not null,
  site_id uuid references site (id),
  visit_id uuid,
  constraint encounter_visit_uk unique (visit_id)
);

create index encounter_patient on encounter (patient_id, started_at);

create table document (
  id uuid primary key,
  version bigint not null,
  patient_id uuid not null references patient (id),
  title varchar(300) not null,
  at timestamp(6) with time zone not null,
  media_type varchar(120) not null,
  content ${blob} not null
);

create index document_patient on document (patient_id, at);
