"""The addresses of the checking room. Each view is behind the gate."""

from django.urls import path

from areasend.answers.waiting import Kind
from areasend.casework.audit import views as audit
from areasend.casework.reported import views as reported
from areasend.casework.views import document, field, pages, queue, themes

urlpatterns = [
    path("", queue.home, name="home"),
    path("second-looks", queue.second_looks, name="second-looks"),
    path("documents/<int:number>", document.document, name="document"),
    path("documents/<int:number>/claim", document.claim, name="claim"),
    path("documents/<int:number>/whole", document.whole, name="whole"),
    path("documents/<int:number>/undo", document.undo, name="undo"),
    path("documents/<int:number>/paper", pages.paper, name="paper"),
    path("documents/<int:number>/pages/<int:page>.png", pages.page_picture, name="page-picture"),
    path("documents/<int:number>/fields/<slug:name>", field.field, name="field"),
    path("documents/<int:number>/themes", themes.themes, name="themes"),
    path("audit", audit.home, name="audit"),
    path("audit/next", audit.following, name="audit-next"),
    path("audit/facts/<int:number>", audit.fact, name="audit-fact"),
    path("audit/facts/<int:number>/difference", audit.difference, name="audit-difference"),
    path("audit/facts/<int:number>/pages/<int:page>.png", audit.picture_of, name="audit-picture"),
    path("reported", reported.home, name="reported"),
    path(
        "reported/errors/<int:number>", reported.one, {"kind": Kind.REPORT}, name="reported-error"
    ),
    path(
        "reported/replies/<int:number>", reported.one, {"kind": Kind.REPLY}, name="reported-reply"
    ),
]
