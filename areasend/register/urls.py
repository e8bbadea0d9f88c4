"""The addresses of the public register: words, and promises."""

from django.urls import URLPattern, path

from areasend.register.views import (
    answers,
    area,
    areas,
    corrections,
    deadline,
    groups,
    home,
    judged_alike,
    reference,
    report,
    statistics,
)

urlpatterns: list[URLPattern] = [
    path("", home.home, name="home"),
    path("find", home.found, name="find"),
    path("areas", areas.areas, name="areas"),
    path("areas/<slug:slug>", area.area, name="area"),
    path("what-followed", answers.what_followed, name="what-followed"),
    path("how-inspections-work", reference.how_inspections_work, name="how-inspections-work"),
    path("how-inspections-work/councils", reference.for_councils, name="for-councils"),
    path("deadline", deadline.deadline, name="deadline"),
    path("health", groups.health, name="health"),
    path("health/<slug:slug>", groups.body, name="health-body"),
    path("health/regions/<slug:slug>", groups.region_of_nhs, name="nhs-region"),
    path("regions/<slug:slug>", groups.region_of_ofsted, name="ofsted-region"),
    path("statistics", statistics.statistics, name="statistics"),
    path("statistics/<slug:name>", statistics.statistic, name="statistic"),
    path("statistics/<slug:name>.csv", statistics.as_csv, name="statistic-csv"),
    path("judged-alike", judged_alike.judged, name="judged-alike"),
    path("answers", answers.answers, name="answers"),
    path("answers/why-counts-differ", answers.reconciliation, name="reconciliation"),
    path("answers/<slug:name>", answers.question, name="answer"),
    path("rules", reference.rules, name="rules"),
    path("glossary", reference.words, name="glossary"),
    path("coverage", reference.coverage, name="coverage"),
    path("corrections", corrections.corrections, name="corrections"),
    path("report", report.report, name="report"),
    path("report/received", report.received, name="report-received"),
    path("about", reference.about, name="about"),
    path("accessibility", reference.accessibility, name="accessibility"),
    path("privacy", reference.privacy, name="privacy"),
]
