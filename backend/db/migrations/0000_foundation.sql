CREATE TABLE "bulk_drafts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"job_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"item_key" text NOT NULL,
	"photos" jsonb NOT NULL,
	"suggestion" jsonb NOT NULL,
	"edits" jsonb NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	CONSTRAINT "bulk_drafts_item_id_unique" UNIQUE("item_id")
);
--> statement-breakpoint
CREATE TABLE "bulk_items" (
	"id" uuid PRIMARY KEY NOT NULL,
	"job_id" uuid NOT NULL,
	"key" text NOT NULL,
	"position" integer NOT NULL,
	"photos" jsonb NOT NULL,
	"state" text NOT NULL,
	"failure" jsonb,
	"attempts" integer NOT NULL,
	"runs" integer NOT NULL,
	"task_id" uuid NOT NULL,
	"enqueued" boolean NOT NULL,
	"not_before" bigint NOT NULL,
	"claim" uuid,
	"updated_at" bigint NOT NULL,
	CONSTRAINT "bulk_items_job_key" UNIQUE("job_id","key")
);
--> statement-breakpoint
CREATE TABLE "bulk_jobs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"idempotency_key" text NOT NULL,
	"manifest" jsonb,
	"manifest_hash" text,
	"options" jsonb NOT NULL,
	"state" text NOT NULL,
	"analyser" text NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	CONSTRAINT "bulk_jobs_owner_key" UNIQUE("owner_id","idempotency_key")
);
--> statement-breakpoint
CREATE TABLE "bulk_photos" (
	"job_id" uuid NOT NULL,
	"hash" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"look" jsonb NOT NULL,
	"position" integer NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "bulk_photos_job_id_hash_pk" PRIMARY KEY("job_id","hash")
);
--> statement-breakpoint
CREATE TABLE "bulk_usage" (
	"item_id" uuid NOT NULL,
	"run" integer NOT NULL,
	"job_id" uuid NOT NULL,
	"input_tokens" integer NOT NULL,
	"output_tokens" integer NOT NULL,
	"cost" bigint,
	CONSTRAINT "bulk_usage_item_id_run_pk" PRIMARY KEY("item_id","run")
);
--> statement-breakpoint
CREATE TABLE "devices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" bigint NOT NULL,
	"last_seen_at" bigint NOT NULL,
	CONSTRAINT "devices_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "bulk_drafts" ADD CONSTRAINT "bulk_drafts_owner_id_devices_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."devices"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_drafts" ADD CONSTRAINT "bulk_drafts_job_id_bulk_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."bulk_jobs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_drafts" ADD CONSTRAINT "bulk_drafts_item_id_bulk_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."bulk_items"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_items" ADD CONSTRAINT "bulk_items_job_id_bulk_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."bulk_jobs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_jobs" ADD CONSTRAINT "bulk_jobs_owner_id_devices_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."devices"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_photos" ADD CONSTRAINT "bulk_photos_job_id_bulk_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."bulk_jobs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_usage" ADD CONSTRAINT "bulk_usage_item_id_bulk_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."bulk_items"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_usage" ADD CONSTRAINT "bulk_usage_job_id_bulk_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."bulk_jobs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bulk_drafts_owner" ON "bulk_drafts" USING btree ("owner_id","created_at","id");--> statement-breakpoint
CREATE INDEX "bulk_items_open" ON "bulk_items" USING btree ("state") WHERE "bulk_items"."state" in ('waiting', 'running');--> statement-breakpoint
CREATE INDEX "bulk_jobs_created" ON "bulk_jobs" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "bulk_photos_created" ON "bulk_photos" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "bulk_usage_job" ON "bulk_usage" USING btree ("job_id");