-- When it first showed: an ISO 8601 date or a part of one.
alter table allergy add column onset varchar(10) default '' not null;

-- Why it holds no longer; null while it does.
alter table allergy add column struck_as varchar(20);
update allergy set struck_as = 'OTHER' where struck_at is not null;

-- Who has allergies on record was asked when the last of them was recorded.
update chart set allergies_confirmed_at =
  (select max(a.recorded_at) from allergy a where a.patient_id = chart.patient_id)
where allergy_state = 'RECORDED' and allergies_confirmed_at is null;

-- What holds for all records: one row.
create table record_rules (
  id smallint primary key,
  version bigint not null,
  -- 0: nobody is asked again
  ask_allergies_after_months smallint not null,
  constraint record_rules_one check (id = 1)
);

insert into record_rules (id, version, ask_allergies_after_months) values (1, 0, 12);
