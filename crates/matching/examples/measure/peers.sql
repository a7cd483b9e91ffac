-- The same people and questions in PostgreSQL, as a good administrator would set it up: blocks on the birth date and on how the
-- first surname and the first given name sound within a year, then the likeness of three letters. No fuzzy scan of everyone.
--
-- bin/compare-matching runs it, from a folder that `measure --write` wrote to.
--
-- It needs the extensions pg_trgm, fuzzystrmatch and unaccent, and makes a schema `peers` anew. Numbers of documents are not asked.
-- The time is the clock's, inside the server, without parsing and without a connection: on a machine that does nothing else.
\set ON_ERROR_STOP on
set client_min_messages = warning;
create extension if not exists pg_trgm;
create extension if not exists fuzzystrmatch;
create extension if not exists unaccent;
drop schema if exists peers cascade;
create schema peers;
set search_path = peers, public;
set jit = off;
set max_parallel_workers_per_gather = 0;

create unlogged table gallery (id int, surnames text, given text, sex text, birth text, nationality text, number text, kind text, tradition text);
create unlogged table queries (id int, kind text, truth int, surnames text, given text, sex text, birth text, nationality text, number text, tradition text);
\copy gallery from 'gallery.tsv'
\copy queries from 'queries.tsv'

create function first_sound(words text) returns text language sql immutable
    as $$ select dmetaphone(split_part(translate(words, '-', ' '), ' ', 1)) $$;
create function whole_day(birth text) returns date language sql immutable
    as $$ select case when birth ~ '^\d{4}-\d{2}-\d{2}$' then make_date(left(birth, 4)::int, substr(birth, 6, 2)::int, right(birth, 2)::int) end $$;

create unlogged table people as
    select id, upper(unaccent(surnames || ' ' || given)) as name, whole_day(birth) as day, nullif(left(birth, 4), '')::int as year,
           first_sound(upper(unaccent(surnames))) as surname, first_sound(upper(unaccent(given))) as first_name
    from gallery;
create index on people (day);
create index on people (surname, first_name, year);
analyze people;

-- Some of the hits and some of the innocents; day and month exchanged is a second day.
create unlogged table asked as
    select id, truth, upper(unaccent(surnames || ' ' || given)) as name, nullif(left(birth, 4), '')::int as year,
           array_remove(array[whole_day(birth),
               case when birth ~ '-(0\d|1[0-2])$' then whole_day(left(birth, 4) || '-' || right(birth, 2) || '-' || substr(birth, 6, 2)) end], null) as days,
           first_sound(upper(unaccent(surnames))) as surname, first_sound(upper(unaccent(given))) as first_name
    from (select *, row_number() over (partition by truth < 0 order by id) as place from queries) placed
    where place <= case when truth < 0 then 20000 else 5000 end;
create unlogged table answers (asked int, truth int, record int, likeness real);

do $$
declare
    one record;
    found peers.answers[];
    started timestamptz;
    taken interval := '0';
begin
    for one in select * from peers.asked order by id loop
        started := clock_timestamp();
        select array_agg(row(one.id, one.truth, best.id, best.likeness)::peers.answers) into found from (
            select both_ways.id, max(both_ways.likeness) as likeness from (
                select p.id, similarity(p.name, one.name) as likeness from people p where p.day = any (one.days)
                union all
                select p.id, similarity(p.name, one.name) from people p
                where p.surname = one.surname and p.first_name = one.first_name and p.year between one.year - 1 and one.year + 1
            ) both_ways group by both_ways.id order by 2 desc limit 10
        ) best;
        taken := taken + (clock_timestamp() - started);
        if found is not null then
            insert into peers.answers select (unnest(found)).*;
        end if;
    end loop;
    create table peers.cost as select 1e6 * extract(epoch from taken) / (select count(*) from peers.asked) as each_us;
end $$;

with hits as (
    select a.id, max(n.likeness) as likeness from asked a left join answers n on n.asked = a.id and n.record = a.truth where a.truth >= 0 group by a.id
), bound as (
    select count(likeness)::real / count(*) as found, percentile_disc(0.05) within group (order by coalesce(likeness, 0)) as at95 from hits
), innocents as (
    select a.id, max(n.likeness) as likeness from asked a left join answers n on n.asked = a.id where a.truth < 0 group by a.id
)
select round(each_us::numeric, 1) as "a check, µs", round(found::numeric, 4) as "found among the first ten",
       case when at95 > 0 then round(100.0 * (select count(*) filter (where likeness >= at95) from innocents) / (select count(*) from innocents), 3)::text
            else 'not reached' end as "innocents stopped at 95 % recall, %"
from cost, bound;
