-- To book on top of another visit is for the doctors and the heads to decide.
insert into role_permission (role_code, permission)
select code, 'APPOINTMENT_OVERBOOK' from role
where code in ('doctor', 'head-doctor', 'head-nurse', 'master-administrator');
