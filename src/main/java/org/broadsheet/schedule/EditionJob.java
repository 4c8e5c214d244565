package org.broadsheet.schedule;

import java.time.Instant;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobDataMap;
import org.quartz.JobExecutionContext;

/** What Quartz runs at a newsletter's due time. */
@DisallowConcurrentExecution
final class EditionJob implements Job {
    static final String SCHEDULED_FOR = "scheduledFor";
    static final String PLANNED = "planned";

    private final Scheduling scheduling;

    EditionJob(Scheduling scheduling) {
        this.scheduling = scheduling;
    }

    @Override
    public void execute(JobExecutionContext context) {
        String newsletter = context.getJobDetail().getKey().getName();
        JobDataMap data = context.getTrigger().getJobDataMap();
        scheduling.fire(newsletter, Instant.ofEpochMilli(data.getLong(SCHEDULED_FOR)), data.getBoolean(PLANNED));
    }
}
