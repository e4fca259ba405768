-- What holds for the prescriptions of the whole clinic: one row.
create table prescribing_rules (
  id smallint primary key check (id = 1),
  version bigint not null,
  -- a prescription may be handed out on the day it is signed and so many days after
  valid_days integer not null check (valid_days > 0),
  -- what they are printed on
  paper varchar(2) not null check (paper in ('A4', 'A5'))
);

insert into prescribing_rules values (1, 0, 90, 'A5');

-- the last day on which something of it may be handed out
alter table prescription add column valid_until date;
update prescription set valid_until = cast(signed_at as date) + 90;
alter table prescription alter column valid_until set not null;
-- why it should never have been
alter table prescription add column error_reason varchar(300) default '' not null;
alter table prescription add column error_at timestamp(6) with time zone;
alter table prescription add column error_by uuid references staff (id);

-- what ended when the line was signed, and the number of the prescription that ended the line
alter table prescription_line add column replaces uuid references medication (id);
alter table prescription_line add column replaced_by varchar(12) default '' not null;

-- What a doctor has written for a person and not signed.
create table prescription_draft (
  id uuid primary key,
  version bigint not null,
  staff_id uuid not null references staff (id),
  patient_id uuid not null references patient (id),
  saved_at timestamp(6) with time zone not null,
  -- as the contract writes it; empty when there is nothing
  content ${blob} not null,
  constraint prescription_draft_uk unique (staff_id, patient_id)
);
