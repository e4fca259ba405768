-- What a person answered when asked about allergies: each time a row, and taken back where it was a mistake.
create table allergy_answer (
  id uuid primary key,
  version bigint not null,
  patient_id uuid not null references patient (id),
  -- no allergy at all was known then; else none but those on record
  none_known boolean not null,
  asked_at timestamp(6) with time zone not null,
  -- null: nobody knows who asked
  asked_by uuid,
  taken_back_at timestamp(6) with time zone,
  taken_back_by uuid,
  taken_back_reason varchar(300) not null
);

create index allergy_answer_patient on allergy_answer (patient_id);

-- Of what was answered before only the last answer is known.
insert into allergy_answer
  (id, version, patient_id, none_known, asked_at, asked_by, taken_back_at, taken_back_by, taken_back_reason)
select chart.patient_id, 0, chart.patient_id, chart.allergy_state = 'NONE_KNOWN', chart.allergies_confirmed_at,
  null, null, null, ''
from chart
where chart.allergies_confirmed_at is not null and (chart.allergy_state = 'NONE_KNOWN'
  or chart.allergies_confirmed_at > (select max(a.recorded_at) from allergy a where a.patient_id = chart.patient_id));
