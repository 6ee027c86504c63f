-- The last moment of the tenant's changes: later ones are later, on whichever server.
alter table tenant add moment timestamptz;

-- Where a contact was made that has no conversation yet: a token of one workspace sees it there.
create table contact_workspace (
  tenant_id int not null,
  contact_id uuid not null,
  workspace_id uuid not null,
  primary key (tenant_id, contact_id, workspace_id)
);

alter table contact_workspace enable row level security;
create policy one_tenant on contact_workspace to parlance_app
  using (tenant_id = (select tenant_in_force())) with check (tenant_id = (select tenant_in_force()));
grant select, insert, update, delete on contact_workspace to parlance_app;

-- Contacts of which some word begins so, of the tenant in force alone: see numbers_with_word.
create function contacts_with_word(word text) returns setof uuid
  language sql stable security definer set search_path = parlance, pg_temp
  as $$
    select k.id from contact k where k.tenant_id = tenant_in_force() and array_to_tsvector(k.words) @@ prefix_of(word)
  $$;
