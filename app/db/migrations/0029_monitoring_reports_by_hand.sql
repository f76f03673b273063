-- A report that was published stays as it was read; one that was handed up keeps its words until it is returned.
CREATE FUNCTION published_reports_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'A published monitoring report is kept as it is.' USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER published_reports_stay BEFORE UPDATE ON monitoring_reports FOR EACH ROW WHEN (OLD.state = 'published') EXECUTE FUNCTION published_reports_stay();
--> statement-breakpoint
CREATE TRIGGER handed_up_reports_stay BEFORE UPDATE ON monitoring_reports FOR EACH ROW
	WHEN (OLD.state = 'handed-up' AND NEW.state <> 'draft' AND (OLD.content, OLD.narrative, OLD.hash) IS DISTINCT FROM (NEW.content, NEW.narrative, NEW.hash))
	EXECUTE FUNCTION published_reports_stay();
