create sequence prescription_number start with 1 increment by 1;

create table prescription (
  id uuid primary key,
  version bigint not null,
  number varchar(12) not null,
  patient_id uuid not null references patient (id),
  visit_id uuid references visit (id),
  prescriber_id uuid not null references staff (id),
  -- as it was when he signed
  prescriber_name varchar(120) not null,
  signed_at timestamp(6) with time zone not null,
  status varchar(20) not null,
  -- what the QR code holds
  code varchar(40) not null,
  -- how often it was dispensed or stopped: a change of a line is a change of its prescription
  changes integer not null,
  constraint prescription_number_uk unique (number)
);

create index prescription_patient on prescription (patient_id, signed_at);
create index prescription_status on prescription (status, signed_at);
create index prescription_visit on prescription (visit_id);

-- What was signed never changes; what follows it stands in the last columns.
create table prescription_line (
  id uuid primary key,
  prescription_id uuid not null references prescription (id),
  number integer not null,
  -- "product:...", "ing:..." or empty: not known to the checks
  medicine_id varchar(120) not null,
  medicine varchar(200) not null,
  dose double precision not null,
  unit varchar(30) not null,
  times_daily integer not null,
  as_needed boolean not null,
  -- 0: until stopped
  days integer not null,
  route varchar(30) not null,
  instructions varchar(500) not null,
  quantity integer not null check (quantity > 0),
  -- INN names, one a line
  ingredients varchar(2000) not null,
  dispensed integer not null check (dispensed between 0 and quantity),
  stopped_at timestamp(6) with time zone,
  stopped_by uuid,
  stopped_reason varchar(300) not null,
  constraint prescription_line_uk unique (prescription_id, number)
);

-- What the doctor was shown when he signed, and answered.
create table prescription_finding (
  prescription_id uuid not null references prescription (id),
  number integer not null,
  finding_key varchar(300) not null,
  kind varchar(20) not null,
  level varchar(20) not null,
  tier varchar(20) not null,
  subject varchar(300) not null,
  object varchar(300) not null,
  effect varchar(400) not null,
  management varchar(400) not null,
  rule_id varchar(120) not null,
  source varchar(300) not null,
  knowledge_version varchar(60) not null,
  not_reviewed boolean not null,
  line integer not null,
  -- null when none was needed or given
  answer varchar(40),
  note varchar(300) not null,
  primary key (prescription_id, number)
);

-- How often it was printed. Beside the prescription, so that printing waits for nobody who dispenses.
create table prescription_paper (
  prescription_id uuid primary key references prescription (id),
  prints integer not null
);
