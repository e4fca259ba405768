-- What a person takes without harm, alone or two together: it no longer interrupts.
create table tolerance (
  id uuid primary key,
  version bigint not null,
  patient_id uuid not null references patient (id),
  -- INN
  ingredient varchar(100) not null,
  -- INN of what is taken together with it; empty for it alone
  partner varchar(100) not null,
  note varchar(300) not null,
  recorded_at timestamp(6) with time zone not null,
  recorded_by uuid not null,
  struck_at timestamp(6) with time zone,
  struck_by uuid,
  struck_reason varchar(300) not null
);

create index tolerance_patient on tolerance (patient_id);
