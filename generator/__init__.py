"""Turns the YAML catalogue of SMTP status codes into Markdown pages and JSON data.

The flow is one way: source (text with positions) -> shape and sense (rules) -> catalogue
(frozen values) -> pages and data ((path, text) pairs) -> output (files).
"""
