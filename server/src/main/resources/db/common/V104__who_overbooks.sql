-- The desk squeezes somebody in on purpose, with a reason and within the doctor's cap; and whoever may decide that may book
-- at all: a doctor books the next visit of his own patient.
insert into role_permission (role_code, permission)
select 'receptionist', 'APPOINTMENT_OVERBOOK' from role
where code = 'receptionist'
and not exists (
  select 1 from role_permission where role_code = 'receptionist' and permission = 'APPOINTMENT_OVERBOOK'
);
insert into role_permission (role_code, permission)
select role_code, 'APPOINTMENT_WRITE' from role_permission held
where held.permission = 'APPOINTMENT_OVERBOOK'
and not exists (
  select 1 from role_permission other
  where other.role_code = held.role_code and other.permission = 'APPOINTMENT_WRITE'
);
