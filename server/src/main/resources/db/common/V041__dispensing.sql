-- Somebody was handed medicines of a prescription: who did it, when, and what the checks of that day showed him.
create table dispensing (
  id uuid primary key,
  version bigint not null,
  prescription_id uuid not null references prescription (id),
  staff_id uuid not null references staff (id),
  at timestamp(6) with time zone not null
);

create index dispensing_prescription on dispensing (prescription_id, at);
create index dispensing_at on dispensing (at);

-- So much of a line from a lot.
create table medication_dispense (
  id uuid primary key,
  dispensing_id uuid not null references dispensing (id),
  line_id uuid not null references prescription_line (id),
  lot_id uuid not null references lot (id),
  quantity integer not null check (quantity > 0)
);

create index medication_dispense_dispensing on medication_dispense (dispensing_id);
create index medication_dispense_line on medication_dispense (line_id);

alter table stock_movement
  add constraint stock_movement_dispense foreign key (dispense_id) references medication_dispense (id);

create table dispensing_finding (
  dispensing_id uuid not null references dispensing (id),
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
  -- the pharmacist's; null when none was needed, or the doctor's stands
  answer varchar(40),
  note varchar(300) not null,
  primary key (dispensing_id, number)
);
