-- The roles a clinic starts with. They are data: an administrator may change them.

insert into role (code, version) values
  ('receptionist', 0), ('doctor', 0), ('head-doctor', 0), ('nurse', 0), ('head-nurse', 0), ('pharmacist', 0),
  ('laboratory-technician', 0), ('human-resources', 0), ('administrator', 0), ('master-administrator', 0);

insert into role_permission (role_code, permission)
select r.code, p.permission
from role r
join (values
  ('receptionist', 'PATIENT_READ'), ('receptionist', 'PATIENT_WRITE'), ('receptionist', 'CARD_WRITE'),
  ('receptionist', 'CARD_SCAN'), ('receptionist', 'APPOINTMENT_READ'), ('receptionist', 'APPOINTMENT_WRITE'),
  ('receptionist', 'APPOINTMENT_CHECK_IN'), ('receptionist', 'QUEUE_READ'), ('receptionist', 'QUEUE_WRITE'),

  ('doctor', 'PATIENT_READ'), ('doctor', 'CARD_SCAN'), ('doctor', 'APPOINTMENT_READ'), ('doctor', 'QUEUE_READ'),
  ('doctor', 'QUEUE_CALL'), ('doctor', 'QUEUE_WRITE'), ('doctor', 'RECORD_READ'), ('doctor', 'RECORD_WRITE'),
  ('doctor', 'VISIT_READ'), ('doctor', 'VISIT_WRITE'), ('doctor', 'VITALS_WRITE'), ('doctor', 'DRUG_READ'),
  ('doctor', 'PRESCRIPTION_READ'), ('doctor', 'PRESCRIPTION_WRITE'),

  ('nurse', 'PATIENT_READ'), ('nurse', 'CARD_SCAN'), ('nurse', 'APPOINTMENT_READ'), ('nurse', 'APPOINTMENT_CHECK_IN'),
  ('nurse', 'QUEUE_READ'), ('nurse', 'QUEUE_WRITE'), ('nurse', 'RECORD_READ'), ('nurse', 'RECORD_WRITE'),
  ('nurse', 'VISIT_READ'), ('nurse', 'VITALS_WRITE'), ('nurse', 'DRUG_READ'), ('nurse', 'PRESCRIPTION_READ'),

  ('pharmacist', 'PATIENT_READ'), ('pharmacist', 'CARD_SCAN'), ('pharmacist', 'RECORD_READ'),
  ('pharmacist', 'DRUG_READ'), ('pharmacist', 'PRESCRIPTION_READ'), ('pharmacist', 'DISPENSE'),
  ('pharmacist', 'STOCK_READ'), ('pharmacist', 'STOCK_WRITE'),

  ('laboratory-technician', 'PATIENT_READ'), ('laboratory-technician', 'CARD_SCAN'),
  ('laboratory-technician', 'RECORD_READ'),

  ('human-resources', 'STAFF_READ'), ('human-resources', 'STAFF_WRITE'),

  ('administrator', 'STAFF_READ'), ('administrator', 'STAFF_WRITE'), ('administrator', 'SITE_WRITE'),
  ('administrator', 'PATIENT_READ'), ('administrator', 'APPOINTMENT_READ'), ('administrator', 'QUEUE_READ'),
  ('administrator', 'STOCK_READ'), ('administrator', 'DRUG_READ'), ('administrator', 'REPORT_READ'),
  ('administrator', 'AUDIT_READ')
) as p (role_code, permission) on p.role_code = r.code;

-- The heads do what their people do, and see the figures.
insert into role_permission (role_code, permission)
select 'head-doctor', permission from role_permission where role_code = 'doctor'
union select 'head-doctor', 'REPORT_READ' from role where code = 'head-doctor'
union select 'head-doctor', 'STAFF_READ' from role where code = 'head-doctor';

insert into role_permission (role_code, permission)
select 'head-nurse', permission from role_permission where role_code = 'nurse'
union select 'head-nurse', 'REPORT_READ' from role where code = 'head-nurse'
union select 'head-nurse', 'STAFF_READ' from role where code = 'head-nurse';

-- The master administrator may hand out every right, so he holds every right.
insert into role_permission (role_code, permission)
select distinct 'master-administrator', permission from role_permission
union select 'master-administrator', 'ROLE_WRITE' from role where code = 'master-administrator';
