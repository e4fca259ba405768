-- What was decided about visits that an absence hits. Those of one step are taken back together.
create table replan_answer (
  id uuid primary key,
  version bigint not null,
  step_id uuid not null,
  -- in the order of the steps of an absence
  step_number integer not null,
  absence_id uuid not null references absence (id),
  appointment_id uuid not null references appointment (id),
  site_id uuid not null references site (id),
  kind varchar(10) not null,
  -- why it stays
  reason varchar(200) not null,
  -- the visit that took its place
  successor_id uuid references appointment (id),
  done_at timestamp(6) with time zone not null,
  done_by uuid not null references staff (id),
  -- taken back, or decided anew
  ended_at timestamp(6) with time zone,
  ended_by uuid references staff (id),
  -- appointment_id while it stands, else null: nobody decides twice about one visit
  standing_appointment_id uuid,
  constraint replan_answer_standing_uk unique (absence_id, standing_appointment_id)
);

create index replan_answer_absence on replan_answer (absence_id, ended_at);

-- Who was told what became of his visit.
create table replan_notice (
  id uuid primary key,
  version bigint not null,
  absence_id uuid not null references absence (id),
  appointment_id uuid not null references appointment (id),
  site_id uuid not null references site (id),
  -- what he was told last, and what he was last tried to be told; null for nothing yet
  told varchar(120),
  missed varchar(120),
  attempts integer not null,
  tried_at timestamp(6) with time zone not null,
  tried_by uuid not null references staff (id),
  constraint replan_notice_uk unique (absence_id, appointment_id)
);

-- Who books visits, and who enters leave and sees the day board.
insert into role_permission (role_code, permission)
select role_code, 'REPLAN_WRITE' from role_permission where permission = 'APPOINTMENT_WRITE'
union select 'head-doctor', 'REPLAN_WRITE' from role where code = 'head-doctor'
union select 'master-administrator', 'REPLAN_WRITE' from role where code = 'master-administrator';
