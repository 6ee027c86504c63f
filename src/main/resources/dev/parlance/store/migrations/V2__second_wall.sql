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

-- Every lexeme that begins with the word.
create function prefix_of(word text) returns tsquery language sql immutable
  return ('''' || replace(replace(word, '\', '\\'), '''', '''''') || ''':*')::tsquery;

create index contact_words on contact using gin (array_to_tsvector(words));

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
-- looks on the tables' behalf, at the rows of the tenant in force alone.
create function numbers_with_word(word text) returns setof bigint
  language sql stable security definer set search_path = parlance, pg_temp
  as $$
    select number from conversation_words
    where tenant_id = tenant_in_force() and words @@ prefix_of(tenant_in_force() || ' ' || word)
    union
    select c.number from contact k join conversation c on c.tenant_id = k.tenant_id and c.contact_id = k.id
    where k.tenant_id = tenant_in_force() and array_to_tsvector(k.words) @@ prefix_of(word)
  $$;
