-- The second wall between tenants. The server works as parlance_app, which owns nothing and sees one tenant's rows only:
-- the one named by the transaction's setting parlance.tenant. Without the setting it sees none.

do $$
begin
  if not exists (select from pg_roles where rolname = 'parlance_app') then
    create role parlance_app nologin;
  end if;
exception when duplicate_object or unique_violation then
  null; -- another database of this cluster was migrated at the same moment
end
$$;

do $$
begin
  if not pg_has_role(current_user, 'parlance_app', 'member')
     or (current_setting('server_version_num')::int >= 160000 and not (select rolsuper from pg_roles where rolname = current_user)) then
    execute format('grant parlance_app to %I', current_user);
  end if;
end
$$;

grant usage on schema parlance to parlance_app;
grant select, insert, update, delete on all tables in schema parlance to parlance_app;
revoke all on flyway_schema_history from parlance_app;

create function tenant_in_force() returns int language sql stable
  return nullif(current_setting('parlance.tenant', true), '')::int;

do $$
declare
  name text;
begin
  foreach name in array array['journal', 'workspace', 'channel_account', 'company', 'team', 'contact', 'conversation',
    'conversation_detail', 'conversation_mark', 'message', 'conversation_words', 'resource_use', 'resource_conversation',
    'resource_total']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy one_tenant on %I to parlance_app using (tenant_id = (select tenant_in_force()))'
      ' with check (tenant_id = (select tenant_in_force()))', name);
  end loop;
end
$$;

-- Row security keeps a text match from using an index, because such operators may leak what they compare. This function
-- looks on the tables' behalf and at the tenant in force alone: every word is led by the tenant in any case.
create function numbers_with_word(word text) returns setof bigint
  language sql stable security definer set search_path = parlance, pg_temp
  as $$
    select number from conversation_words
    where tenant_id = tenant_in_force()
      and words @@ (quote_literal(tenant_in_force() || ' ' || word) || ':*')::tsquery
    union
    select c.number from conversation c join contact k on k.tenant_id = c.tenant_id and k.id = c.contact_id
    where c.tenant_id = tenant_in_force()
      and exists (select from unnest(k.words) w where starts_with(w, word))
  $$;
