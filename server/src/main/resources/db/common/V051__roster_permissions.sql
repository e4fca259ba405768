-- Who sees the day board sees who works when.
insert into role_permission (role_code, permission)
select role_code, 'ROSTER_READ' from role_permission where permission = 'APPOINTMENT_READ'
union select code, 'ROSTER_READ' from role where code = 'human-resources';

insert into role_permission (role_code, permission)
select code, 'ROSTER_WRITE' from role
where code in ('administrator', 'head-doctor', 'human-resources', 'master-administrator');

insert into role_permission (role_code, permission)
select code, 'LEAVE_REQUEST' from role
where code in ('doctor', 'head-doctor', 'nurse', 'head-nurse', 'laboratory-technician', 'master-administrator');
