"""Addresses of evidence."""

from __future__ import annotations

from django.urls import path

from leitstern.app.evidence import views, writing

app_name = "evidence"
urlpatterns = [
    path("evidence", views.overview, name="overview"),
    path("evidence/review", views.review_queue, name="queue"),
    path("evidence/independent", views.independent, name="independent"),
    path(
        "evidence/independent/<int:assessment_id>/withdraw",
        writing.withdraw_assessment,
        name="withdraw-assessment",
    ),
    path("evidence/claims/<int:claim_id>/withdraw", writing.withdraw_claim, name="withdraw"),
    path("evidence/claims/<int:claim_id>/review", writing.review_claim, name="review"),
    path("evidence/proofs/<int:proof_id>/file", views.proof_file, name="file"),
    path("evidence/proofs/<int:proof_id>/withdraw", writing.withdraw_proof, name="withdraw-proof"),
    path("evidence/proofs/<int:proof_id>/remove", writing.remove_proof, name="remove-proof"),
    path("evidence/<slug:dimension>", views.dimension, name="dimension"),
    path("evidence/<slug:dimension>/claim", writing.claim, name="claim"),
    path("evidence/<slug:dimension>/prove", writing.prove, name="prove"),
]
