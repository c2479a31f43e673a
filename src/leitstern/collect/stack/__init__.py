"""Technology as it comes in: own tables, exports of architecture tools, catalogues of developers."""
