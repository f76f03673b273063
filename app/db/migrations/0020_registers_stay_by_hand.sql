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
--> statement-breakpoint
-- A yes or a no again, for the register of sharing: whether the last word on a purpose was anything but a yes.
CREATE FUNCTION child_withdrew(child uuid, what text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ select coalesce((select s.decision <> 'given' from identity.consents s where s.child_id = child and s.purpose = what order by s.id desc limit 1), false) $$;
--> statement-breakpoint
-- The register of assessments is kept: nothing of it goes, and what was approved stays as it was.
CREATE FUNCTION office_register_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'The registers of the office for children''s data are kept as they are.' USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER impact_assessments_stay BEFORE DELETE ON impact_assessments FOR EACH ROW EXECUTE FUNCTION office_register_stays();
--> statement-breakpoint
CREATE TRIGGER impact_versions_stay BEFORE DELETE ON impact_versions FOR EACH ROW EXECUTE FUNCTION office_register_stays();
--> statement-breakpoint
CREATE TRIGGER approved_impacts_stay BEFORE UPDATE ON impact_versions FOR EACH ROW
	WHEN (OLD.state IN ('approved', 'withdrawn') AND (OLD.content, OLD.valid_until, OLD.written_by, OLD.decided_by, OLD.decided_at) IS DISTINCT FROM (NEW.content, NEW.valid_until, NEW.written_by, NEW.decided_by, NEW.decided_at))
	EXECUTE FUNCTION office_register_stays();
--> statement-breakpoint
CREATE TRIGGER share_partners_stay BEFORE DELETE ON share_partners FOR EACH ROW EXECUTE FUNCTION office_register_stays();
--> statement-breakpoint
-- What was filed is frozen.
CREATE TRIGGER compliance_filings_stay BEFORE UPDATE OR DELETE ON compliance_filings FOR EACH ROW EXECUTE FUNCTION office_register_stays();
--> statement-breakpoint
-- A certificate of deletion that was issued is never altered; while its run goes on it counts what was done.
CREATE FUNCTION issued_certificate_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'An issued certificate of deletion is not altered.' USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER issued_certificate_stays BEFORE UPDATE OR DELETE ON retention_certificates FOR EACH ROW WHEN (OLD.hash IS NOT NULL) EXECUTE FUNCTION issued_certificate_stays();
