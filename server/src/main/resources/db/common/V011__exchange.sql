-- What was imported from where: the second import of the same entry finds what the first made of it.

create table import_link (
  resource_type varchar(40) not null,
  -- fullUrl of the entry, or "system|value" of an identifier
  source_key varchar(400) ${binary} not null,
  entity_id uuid not null,
  -- of the entry it was made of; empty for a second key of the same
  digest varchar(64) not null,
  primary key (source_key, resource_type)
);

create index import_link_entity on import_link (entity_id);

-- References whose target had not come yet. They are resolved at the end of each import.
create table import_reference (
  entity_id uuid not null,
  field varchar(20) not null,
  resource_type varchar(40) not null,
  source_key varchar(400) ${binary} not null,
  primary key (entity_id, field)
);

create index import_reference_target on import_reference (source_key, resource_type);
