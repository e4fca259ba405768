-- Every alert that was shown while somebody prescribed, once for each day, with what became of it: what was signed in spite
-- of it has its prescription, what was overridden its answer. What was heeded has neither.
create table alert_shown (
  id uuid primary key,
  staff_id uuid not null references staff (id),
  patient_id uuid not null references patient (id),
  -- of the clinic
  on_day date not null,
  shown_at timestamp(6) with time zone not null,
  finding_key varchar(300) not null,
  rule_id varchar(120) not null,
  kind varchar(20) not null,
  level varchar(20) not null,
  tier varchar(20) not null,
  subject varchar(300) not null,
  object varchar(300) not null,
  knowledge_version varchar(60) not null,
  prescription_id uuid references prescription (id),
  answer varchar(40),
  constraint alert_shown_uk unique (staff_id, patient_id, finding_key, on_day)
);

create index alert_shown_day on alert_shown (on_day, rule_id);
