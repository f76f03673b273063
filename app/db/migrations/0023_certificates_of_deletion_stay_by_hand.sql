-- A certificate of deletion that was issued is never altered; while its run goes on it counts what was done.
CREATE FUNCTION issued_certificate_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'An issued certificate of deletion is not altered.' USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER issued_certificate_stays BEFORE UPDATE OR DELETE ON retention_certificates FOR EACH ROW WHEN (OLD.hash IS NOT NULL) EXECUTE FUNCTION issued_certificate_stays();
