-- The results of a scoring are written once; a published one stands, and so does every score that was published.
CREATE FUNCTION score_run_stands() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  settled text[] := '{published_at,published_by,published_by_name}';
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a scoring is never removed' USING ERRCODE = 'PS001';
  END IF;
  IF OLD.published_at IS NOT NULL THEN
    RAISE EXCEPTION 'a published scoring never changes' USING ERRCODE = 'PS001';
  END IF;
  IF OLD.state <> 'waiting' AND (to_jsonb(OLD) - settled) <> (to_jsonb(NEW) - settled) THEN
    RAISE EXCEPTION 'the results of a scoring are written once' USING ERRCODE = 'PS001';
  END IF;
  IF NEW.published_at IS NOT NULL AND NEW.state <> 'ready' THEN
    RAISE EXCEPTION 'only a scoring that is ready is published' USING ERRCODE = 'PS001';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER score_run_stands BEFORE UPDATE OR DELETE ON score_runs FOR EACH ROW EXECUTE FUNCTION score_run_stands();--> statement-breakpoint
CREATE FUNCTION published_score_stands() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'a published score never changes' USING ERRCODE = 'PS001';
END $$;--> statement-breakpoint
CREATE TRIGGER published_score_stands BEFORE UPDATE OR DELETE ON published_scores FOR EACH ROW EXECUTE FUNCTION published_score_stands();
