package dev.engine.domain.database;

import java.util.Locale;
import java.util.Set;

/** What can be said of a file system by the name of its type: whether SQLite's locks hold there. */
public enum FileSystemKind {
  /** Of this machine: locks are the kernel's, and shared memory is shared. */
  LOCAL,
  /** Over a network or into another machine: locks may hold or not, and shared memory does not. */
  SHARED,
  /** Of a type that Engine does not know. */
  UNKNOWN;

  private static final Set<String> LOCAL_TYPES =
      Set.of(
          "apfs",
          "bcachefs",
          "btrfs",
          "ecryptfs",
          "ext2",
          "ext3",
          "ext4",
          "f2fs",
          "hfs",
          "jfs",
          "overlay",
          "overlayfs",
          "ramfs",
          "reiserfs",
          "tmpfs",
          "ufs",
          "xfs",
          "zfs");

  /**
   * What is behind {@code 9p} and {@code fuse.sshfs} is another machine's, even where it is near.
   */
  private static final Set<String> SHARED_TYPES =
      Set.of(
          "9p",
          "afpfs",
          "afs",
          "beegfs",
          "ceph",
          "cifs",
          "coda",
          "davfs",
          "drvfs",
          "fuse.ceph",
          "fuse.davfs2",
          "fuse.gcsfuse",
          "fuse.glusterfs",
          "fuse.grpcfuse",
          "fuse.juicefs",
          "fuse.lustre",
          "fuse.osxfs",
          "fuse.rclone",
          "fuse.s3fs",
          "fuse.sshfs",
          "gfs",
          "gfs2",
          "glusterfs",
          "gpfs",
          "lustre",
          "macfuse",
          "ncpfs",
          "nfs",
          "nfs3",
          "nfs4",
          "ocfs2",
          "orangefs",
          "smb2",
          "smb3",
          "smbfs",
          "vboxsf",
          "webdav");

  /**
   * The kind of a type.
   *
   * @param type as the system names it, such as {@code ext4} or {@code fuse.sshfs}
   */
  public static FileSystemKind of(String type) {
    String name = type.toLowerCase(Locale.ROOT);
    if (LOCAL_TYPES.contains(name)) {
      return LOCAL;
    }
    return SHARED_TYPES.contains(name) ? SHARED : UNKNOWN;
  }
}
