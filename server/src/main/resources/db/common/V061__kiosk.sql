-- The unknown codes of each kiosk in the while that began last.
create table kiosk_guesses (
  staff_id uuid not null references staff (id),
  workstation varchar(80) not null,
  begun_at timestamp(6) with time zone not null,
  tries integer not null,
  primary key (staff_id, workstation)
);

-- Accounts for machines that stand where everybody can reach them: they may do what the machine is for, and nothing else.
insert into role (code, version) values ('waiting-room-screen', 0), ('kiosk', 0);

insert into role_permission (role_code, permission) values
  ('waiting-room-screen', 'WAITING_ROOM_SHOW'),
  ('kiosk', 'KIOSK_CHECK_IN'),
  ('receptionist', 'WAITING_ROOM_SHOW'),
  ('administrator', 'WAITING_ROOM_SHOW');

insert into role_permission (role_code, permission)
select 'master-administrator', permission from role_permission
where role_code in ('waiting-room-screen', 'kiosk');
