-- The codes printed on cards and prescriptions. A code itself tells nothing; what it stands for is here.
create table issued_code (
  id uuid primary key,
  version bigint not null,
  code varchar(40) not null,
  kind varchar(20) not null,
  patient_id uuid not null references patient (id),
  -- null for a card
  prescription_id uuid,
  -- how many of the kind the person had, this one counted
  issue integer not null,
  issued_at timestamp(6) with time zone not null,
  issued_by uuid,
  revoked_at timestamp(6) with time zone,
  revoked_by uuid,
  -- patient_id of a card that is valid, else null: nobody has two
  valid_card_of uuid,
  constraint issued_code_uk unique (code),
  constraint issued_code_valid_card_uk unique (valid_card_of)
);

create index issued_code_patient on issued_code (patient_id);
