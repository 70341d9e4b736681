-- Statements are judged where they run: there are thousands of them, and each is tried on more than a thousand mutants.
create schema trial;

-- A statement by an asker, and how it must end: `keys` names exactly these rows, `count` so many, all else its reason.
create table trial.probes (
  id int primary key,
  given text,
  role text not null,
  viewer text not null,
  lens text not null,
  subjects text not null,
  sql text not null,
  ends text not null,
  keys text[],
  count bigint
);

-- Those of these statements, in this order, that do not end as promised; at most so many. What a statement does is taken back.
create function trial.verdicts(asked int[], at_most int) returns table (id int, wrong text, got text)
  language plpgsql as $$
declare
  probe trial.probes;
  row_key text;
  met text[];
  found_rows bigint;
  refusal text;
begin
  for probe in
    select p.* from unnest(asked) with ordinality as a(id, place) join trial.probes p on p.id = a.id order by place
  loop
    refusal := 'not given';
    met := '{}';
    found_rows := null;
    begin
      -- The owner makes it first, where it is a state that the rules do not allow.
      if probe.given is not null then
        execute probe.given;
      end if;
      refusal := null;
      perform set_config('app.viewer_id', probe.viewer, true), set_config('app.subjects', probe.subjects, true),
        set_config('app.through_partners_eyes', probe.lens, true),
        set_config('role', probe.role, true);
      if probe.keys is null then
        execute probe.sql;
        get diagnostics found_rows = row_count;
      else
        for row_key in execute probe.sql loop
          met := met || row_key;
        end loop;
      end if;
      raise exception using errcode = 'KTRUN';
    exception when others then
      if sqlstate <> 'KTRUN' then
        refusal := coalesce(refusal, case
          when sqlstate = '42501' and sqlerrm like '%row-level security%' then 'refused by policy'
          when sqlstate = '42501' then 'permission denied'
          when sqlstate = '23514' then 'refused by check'
          when sqlstate = '23000' then 'refused by trigger'
          else 'refused' end);
        got := format('%s: %s %s', refusal, sqlstate, sqlerrm);
      end if;
    end;
    wrong := case
      when refusal = 'not given' then 'over-block'
      when probe.ends = 'refused' then case when refusal is null then 'leak' end
      when probe.ends like 'refused by %' or probe.ends = 'permission denied' then
        case when refusal is distinct from probe.ends then 'leak' end
      when refusal is not null then 'over-block'
      when probe.ends = 'keys' then case
        when not met <@ probe.keys then 'leak'
        when cardinality(met) <> cardinality(probe.keys) then 'over-block' end
      when probe.ends = 'count' then case
        when found_rows > probe.count then 'leak'
        when found_rows < probe.count then 'over-block' end
      when probe.ends = 'done' then case when found_rows = 0 then 'over-block' end
      when probe.ends = 'no rows' then case when found_rows > 0 then 'leak' end
    end;
    if wrong is not null then
      id := probe.id;
      if refusal is null then
        got := coalesce(found_rows, cardinality(met)) || ' rows';
      end if;
      return next;
      at_most := at_most - 1;
      exit when at_most = 0;
    end if;
  end loop;
end $$;

grant usage on schema trial to public;
grant select on trial.probes to public;
