-- What came before is about an entry when it names one; its hold is open as long as it is.
UPDATE "objections" SET "kind" = 'entry' WHERE "application_id" IS NOT NULL;--> statement-breakpoint
INSERT INTO "notice_holds" ("id", "notice_id", "stands_until")
SELECT "id", "notice_id", CASE WHEN "state" = 'answered' THEN ("answered_at" AT TIME ZONE 'Asia/Shanghai')::date - 1 END FROM "objections";--> statement-breakpoint
UPDATE "objections" SET "hold_id" = "id";--> statement-breakpoint
UPDATE "notices" SET "version" = 1 WHERE "state" <> 'draft';--> statement-breakpoint
-- Who has nothing to do with an objection, and why: everybody behind the applications it is about, whoever reviewed or decided on them or made
-- the notice, whoever wrote it, and at the second level whoever handled the first.
CREATE FUNCTION "objection_recused"("asked" uuid) RETURNS TABLE ("user_id" text, "reason" text) LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  WITH o AS (SELECT * FROM objections WHERE id = asked),
  apps AS (
    SELECT a.* FROM o JOIN applications a ON a.id = o.application_id
    UNION
    SELECT a.* FROM o JOIN notice_entries e ON e.notice_id = o.notice_id JOIN applications a ON a.id = e.application_id WHERE o.application_id IS NULL
  )
  SELECT s.expert_id, 'reviewer' FROM apps JOIN assignments s ON s.application_id = apps.id
  UNION SELECT d.decided_by, 'decider' FROM apps JOIN decisions d ON d.application_id = apps.id
  UNION SELECT c.concluded_by, 'decider' FROM apps JOIN reconsiderations c ON c.application_id = apps.id WHERE c.concluded_by IS NOT NULL
  UNION SELECT m.user_id, 'panel' FROM apps JOIN panel_items i ON i.application_id = apps.id JOIN panel_members m ON m.meeting_id = i.meeting_id
  UNION SELECT apps.started_by, 'applicant' FROM apps
  UNION SELECT w.saved_by, 'applicant' FROM apps JOIN application_answers w ON w.application_id = apps.id
  UNION SELECT h.submitted_by, 'applicant' FROM apps JOIN submissions h ON h.application_id = apps.id
  UNION SELECT m.user_id, 'applicant' FROM apps JOIN organisation_agents m ON m.organisation_id = apps.organisation_id
  UNION SELECT g.user_id, 'applicant' FROM apps JOIN role_grants g ON g.region_code IN (apps.applicant_code, apps.region_code) AND g.role IN ('government-officer', 'community-worker')
  UNION SELECT n.created_by, 'notice-maker' FROM o JOIN notices n ON n.id = o.notice_id
  UNION SELECT r.actor_id, 'notice-maker' FROM o JOIN records r ON r.subject_id = o.notice_id::text AND r.event = 'notice.published'
  UNION SELECT t.expert_id, 'objector' FROM apps JOIN conflicts t ON t.kind = 'earlier-objection' AND t.lifted_at IS NULL AND (t.application_id = apps.id OR t.community_code = apps.region_code)
  UNION SELECT f.handler_id, 'first-level' FROM o JOIN objections f ON f.id = o.appeal_of WHERE f.handler_id <> ''
  UNION SELECT f.answered_by, 'first-level' FROM o JOIN objections f ON f.id = o.appeal_of WHERE f.answered_by <> ''
$$;--> statement-breakpoint
CREATE FUNCTION "objection_keeps_out"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM objection_recused(NEW.id) r WHERE r.user_id IN (NEW.handler_id, NEW.answered_by) AND r.user_id <> '') THEN
    RAISE EXCEPTION 'Somebody involved cannot handle this objection.' USING ERRCODE = 'OB001';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER "objection_keeps_out" BEFORE UPDATE OF "handler_id", "answered_by" ON "objections" FOR EACH ROW EXECUTE FUNCTION "objection_keeps_out"();--> statement-breakpoint
CREATE FUNCTION "appeal_is_against_an_answer"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.appeal_of IS NOT NULL AND NOT EXISTS (SELECT FROM objections WHERE id = NEW.appeal_of AND level = 1 AND state = 'answered') THEN
    RAISE EXCEPTION 'An appeal is against the answer of the first level.' USING ERRCODE = 'OB002';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER "appeal_is_against_an_answer" BEFORE INSERT ON "objections" FOR EACH ROW EXECUTE FUNCTION "appeal_is_against_an_answer"();--> statement-breakpoint
-- No path makes a list final while something holds it.
CREATE FUNCTION "notice_waits"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.state = 'final' AND OLD.state <> 'final' AND EXISTS (
    SELECT FROM notice_holds h WHERE h.notice_id = NEW.id
      AND (h.stands_until IS NULL OR h.stands_until >= (NEW.final_at AT TIME ZONE 'Asia/Shanghai')::date)
  ) THEN
    RAISE EXCEPTION 'Something still holds this list.' USING ERRCODE = 'OB003';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER "notice_waits" BEFORE UPDATE OF "state" ON "notices" FOR EACH ROW EXECUTE FUNCTION "notice_waits"();
