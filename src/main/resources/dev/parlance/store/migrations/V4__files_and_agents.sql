-- The bytes that belong to conversations: recordings and attachments, in parts of 256 KiB. And the agents that
-- conversations are begun with.

create table file (
  tenant_id int not null,
  id uuid not null,                        -- follows from number and name
  number bigint not null,                  -- the conversation
  name text not null,                      -- as the conversation has it
  media_type text not null,
  size bigint not null,
  hash bytea not null,                     -- SHA-256
  kept_at timestamptz not null default now(),
  primary key (tenant_id, id)
);
create index file_number on file (tenant_id, number);

create table file_part (
  tenant_id int not null,
  file_id uuid not null,
  sequence int not null,                   -- from 0
  bytes bytea not null,
  primary key (tenant_id, file_id, sequence)
);
-- Recordings are compressed already.
alter table file_part alter column bytes set storage external;

create table agent (
  tenant_id int not null,
  id uuid not null,
  name text not null,
  description text,
  active boolean not null,
  is_demo boolean not null,
  metadata text,                           -- a JSON object
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id)
);
create index agent_created on agent (tenant_id, created_at, id);

create table agent_version (
  tenant_id int not null,
  agent_id uuid not null,
  version int not null,                    -- from 1, without gaps
  id uuid not null,
  config text not null,                    -- a JSON object
  inputs text,                             -- a JSON object: what instructions are written from
  published_at timestamptz,                -- from then on it never changes
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, agent_id, version),
  unique (tenant_id, id)
);

-- Which version answers or places calls of a number.
create table phone_number (
  tenant_id int not null,
  number text collate "C" not null,
  inbound_version uuid,
  outbound_version uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, number)
);

do $$
declare
  name text;
begin
  foreach name in array array['file', 'file_part', 'agent', 'agent_version', 'phone_number']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy one_tenant on %I to parlance_app using (tenant_id = (select tenant_in_force()))'
      ' with check (tenant_id = (select tenant_in_force()))', name);
  end loop;
end
$$;

-- Not a tenant's data: what this house signs with, the same for all its servers.
create table secret (
  name text collate "C" primary key,
  bytes bytea not null
);

grant select, insert, update, delete on file, file_part, agent, agent_version, phone_number, secret to parlance_app;
