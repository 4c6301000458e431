"""Many articles into a folder of Parquet parts, on this machine or on many: one format, two engines.

The output is the records as canonical JSON lines, by file and by place in the file. It does not depend on the engine.
"""
