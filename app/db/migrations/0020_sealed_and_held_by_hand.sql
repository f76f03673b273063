-- What the app may ask of the sealed rooms without entering them: a yes or a no, and a number.
-- The functions run with the rights of their owner; they give away no name, no day of birth, no guardian.
CREATE FUNCTION child_may(child uuid, what text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  select coalesce((select c.basis <> 'consent' and what = 'registration' from identity.children c where c.id = child), false)
      or coalesce((select s.decision = 'given' and s.notice_version = (select max(n.version) from public.child_notices n)
                     from identity.consents s where s.child_id = child and s.purpose = what order by s.id desc limit 1), false)
$$;
--> statement-breakpoint
CREATE FUNCTION count_children(region text) RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ select count(*)::integer from identity.children c where region = '*' or starts_with(c.region_code, region) $$;
--> statement-breakpoint
-- Locked evidence of the moderation room needs no trigger: it is copied into tables that the app can only add to.
CREATE FUNCTION held_files_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'A file that is held by law is not deleted.' USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER held_files_stay BEFORE DELETE ON files FOR EACH ROW WHEN (OLD.held_for <> '') EXECUTE FUNCTION held_files_stay();
