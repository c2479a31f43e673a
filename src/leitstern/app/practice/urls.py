"""Addresses of lived practice, and of stories."""

from __future__ import annotations

from django.urls import path

from leitstern.app.practice import (
    count_views,
    pilot_views,
    principle_views,
    retrospective_views,
    stop_views,
    story_views,
    story_writing,
    views,
)

app_name = "practice"
_PRINCIPLE = "practice/principles/<int:principle_id>"
_STOPPED = "practice/stop-list/<int:item_id>"
_PILOT = "practice/pilots/<int:pilot_id>"
_RETROSPECTIVE = "practice/retrospectives/<int:retrospective_id>"
_STORY = "stories/<int:story_id>"
urlpatterns = [
    path("practice", views.overview, name="overview"),
    path("practice/principles/new", principle_views.new, name="new-principle"),
    path(_PRINCIPLE, views.principle, name="principle"),
    path(f"{_PRINCIPLE}/edit", principle_views.edit, name="edit-principle"),
    path(f"{_PRINCIPLE}/rule", principle_views.define, name="define"),
    path(f"{_PRINCIPLE}/exempt", principle_views.exempt, name="exempt"),
    path(f"{_PRINCIPLE}/count", principle_views.count, name="count"),
    path(f"{_PRINCIPLE}/withdraw", principle_views.withdraw, name="withdraw-principle"),
    path(
        "practice/exemptions/<int:exemption_id>/withdraw",
        principle_views.withdraw_exemption,
        name="withdraw-exemption",
    ),
    path("practice/stop-list/new", stop_views.new, name="new-stopped"),
    path(_STOPPED, views.stop_item, name="stopped"),
    path(f"{_STOPPED}/edit", stop_views.edit, name="edit-stopped"),
    path(f"{_STOPPED}/again", stop_views.let_in, name="let-in"),
    path(f"{_STOPPED}/count", stop_views.count, name="count-use"),
    path(f"{_STOPPED}/take-off", stop_views.take_off, name="take-off"),
    path("practice/counts", count_views.counts, name="counts"),
    path("practice/counts/<int:counts_id>/withdraw", count_views.withdraw, name="withdraw-counts"),
    path("practice/pilots", pilot_views.pilots, name="pilots"),
    path("practice/pilots/new", pilot_views.new, name="new-pilot"),
    path(_PILOT, pilot_views.pilot, name="pilot"),
    path(f"{_PILOT}/edit", pilot_views.edit, name="edit-pilot"),
    path(f"{_PILOT}/end", pilot_views.end, name="end-pilot"),
    path(f"{_PILOT}/withdraw", pilot_views.withdraw, name="withdraw-pilot"),
    path(f"{_PILOT}/show", pilot_views.show, name="show-pilot"),
    path("practice/shown/<int:shown_id>/withdraw", pilot_views.take_back, name="take-back-showing"),
    path(f"{_PILOT}/take-up", story_writing.take_up_pilot, name="take-up-pilot"),
    path(f"{_PILOT}/standard", story_writing.standard_of_pilot, name="standard-of-pilot"),
    path("practice/endings/<int:ending_id>/withdraw", pilot_views.withdraw_ending, name="withdraw-ending"),
    path("practice/taken-up/<int:taken_id>/withdraw", story_writing.give_up, name="give-up"),
    path(
        "practice/standards/<int:standard_id>/withdraw",
        story_writing.withdraw_standard,
        name="withdraw-standard",
    ),
    path("practice/retrospectives", retrospective_views.retrospectives, name="retrospectives"),
    path("practice/retrospectives/new", retrospective_views.new, name="new-retrospective"),
    path(_RETROSPECTIVE, retrospective_views.retrospective, name="retrospective"),
    path(f"{_RETROSPECTIVE}/edit", retrospective_views.edit, name="edit-retrospective"),
    path(f"{_RETROSPECTIVE}/agree", retrospective_views.agree, name="agree"),
    path(f"{_RETROSPECTIVE}/withdraw", retrospective_views.withdraw, name="withdraw-retrospective"),
    path("practice/agreements/<int:agreement_id>/tell", retrospective_views.tell, name="tell-agreement"),
    path("practice/news/<int:news_id>/withdraw", retrospective_views.take_back, name="take-back-news"),
    path("stories", story_views.stories, name="stories"),
    path("stories/register", story_views.register, name="register"),
    path("stories/new", story_writing.new, name="new-story"),
    path(_STORY, story_views.story, name="story"),
    path(f"{_STORY}/edit", story_writing.edit, name="edit-story"),
    path(f"{_STORY}/take-up", story_writing.take_up_story, name="take-up-story"),
    path(f"{_STORY}/standard", story_writing.standard_of_story, name="standard-of-story"),
    *(
        path(f"{_STORY}/{what}", story_writing.step, {"what": what}, name=f"{what}-story")
        for what in story_writing.STEPS
    ),
]
