"""Relapse: does a change that was reached slip back into old ways?"""
